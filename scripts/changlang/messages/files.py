"""Files: what cannot be read, or stands where it does not belong."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "not-utf8": row(
        "error",
        "文件不是 UTF-8 编码（第 {byte} 个字节读不出来）",
        "the file is not UTF-8 text (byte {byte} cannot be read)",
        "在记事本中选“另存为”，“编码”选 UTF-8，再保存；WPS 或 Word 选“纯文本”，编码选 UTF-8",
        "in Notepad choose Save As and set Encoding to UTF-8; in Word or WPS save as plain text, UTF-8",
    ),
    "unreadable": row(
        "error",
        "文件打不开（{reason}）",
        "the file cannot be opened ({reason})",
        "看看文件是否还在、有没有读取的权限",
        "see whether the file is still there and may be read",
    ),
    "file-too-large": row(
        "error",
        "文件太大：{size} 字节，最多 {largest} 字节",
        "the file is too large: {size} bytes, at most {largest}",
        "一个文件只写一条或几十条记录；照片放进 photos/",
        "keep one record or a few dozen in a file; pictures go into photos/",
    ),
    "hidden-sign": row(
        "error",
        "这里有一个看不见的字符 {sign}",
        "there is an invisible character here, {sign}",
        "删掉它：把这一处前后的字重新打一遍，不要从网页或聊天里粘贴",
        "remove it: type the text around it again instead of pasting it from a web page or a chat",
    ),
    "yaml-syntax": row(
        "error",
        "这里的 YAML 写法读不懂：{detail_zh}",
        "this YAML cannot be read: {detail_en}",
        "检查冒号后有没有空格、缩进是否对齐、引号是否成对；含冒号或井号的文字要加引号",
        "see that a space follows each colon, that lines are indented alike and quotes closed; put quotes around text with a colon or a number sign",
    ),
    "yaml-feature": row(
        "error",
        "“{what}”不能用：记录只用最简单的 YAML",
        "“{what}” is not allowed: records are written in plain YAML",
        "把引用的内容直接写出来；以 &、*、! 开头的文字要加引号",
        "write out what it stands for; put quotes around text that begins with &, * or !",
    ),
    "yaml-depth": row(
        "error",
        "嵌套太深，最多 {deepest} 层",
        "nested too deeply, at most {deepest} levels",
        "照着同类记录的写法改",
        "write it like the other records of its kind",
    ),
    "yaml-key": row(
        "error",
        "字段名必须是文字",
        "a field's name must be plain text",
        "去掉字段名上的括号",
        "take the brackets off the field's name",
    ),
    "duplicate-key": row(
        "error",
        "“{key}”写了两次，第一次在第 {first} 行",
        "“{key}” is written twice, first in line {first}",
        "留下正确的一个",
        "keep the right one",
    ),
    "missing-folder": row(
        "error",
        "没有这个文件夹",
        "there is no such folder",
        "新建 content/ 文件夹，或者在 mkdocs.yml 中用 content_dir 指明它在哪里",
        "make the folder content/, or say in mkdocs.yml with content_dir where it is",
    ),
    "unknown-folder": row(
        "error",
        "“{name}”不是一类记录",
        "“{name}” is not a kind of record",
        "记录放在 content/ 下各类的文件夹里{nearest_zh}",
        "records stand below content/ in a folder for each kind{nearest_en}",
    ),
    "unknown-file": row(
        "error",
        "{kind} 里不放这样的文件",
        "{kind} holds no such file",
        "文件名写作 {form}；照片放进 photos/",
        "name it {form}; pictures go into photos/",
    ),
    "link-outside": row(
        "error",
        "这是一个指到文件夹外面的链接",
        "this is a link that leads out of the folder",
        "把文件本身放进来",
        "put the file itself here",
    ),
    "bad-name": row(
        "error",
        "文件名里有看不见或读不出的字符（这里写作“�”）",
        "the file's name holds signs that cannot be seen or read (shown here as “�”)",
        "给文件改名，只用小写字母、数字和短横线",
        "rename the file, with small letters, digits and hyphens only",
    ),
    "name-clash": row(
        "error",
        "同一文件夹里有只差大小写的文件名",
        "another name in this folder differs from this one by capitals only",
        "改掉一个：在 Windows 和 Mac 上两者是同一个文件",
        "rename one of them: on Windows and Macs both are the same file",
    ),
}
