"""Photos: originals, rights and what a picture may not carry."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "missing-alt": row(
        "error",
        "照片“{id}”没有替代文字",
        "the photo “{id}” has no alt text",
        "用 alt: {{zh: …, en: …}} 写出图上看得见的是什么",
        "say with alt: {{zh: …, en: …}} what is to be seen",
    ),
    "alt-is-caption": row(
        "error",
        "照片“{id}”的 alt 只是重复了图片说明",
        "the alt text of the photo “{id}” only repeats its caption",
        "caption 说这是哪一刻，alt 说画面上有什么：谁、在哪、在做什么，让看不见的人也知道",
        "the caption says which moment it is; alt says what is to be seen, for those who cannot see it",
    ),
    "photo-link": row(
        "error",
        "“{path}”是链接（快捷方式），没有放入",
        "“{path}” is a link and was not taken in",
        "把照片本身复制到这个文件夹里再试；链接可能指向别处的任何文件",
        "copy the picture itself into the folder and try again: a link may lead to any file",
    ),
    "photo-alike": row(
        "notice",
        "“{path}”与 photos/{other} 很像，可能是同一幅的缩小、旋转或重存",
        "“{path}” looks like photos/{other}: perhaps the same one made smaller, turned or saved again",
        "在 changlang photos sheet 中对照；确是同一幅就删掉草稿“{id}”和它的文件，留清晰的那幅",
        "compare them with changlang photos sheet; if they are one, delete the draft “{id}” and its file and keep the better one",
    ),
    "photo-withdrawn-again": row(
        "warning",
        "“{path}”与已撤下的照片“{id}”相同或很像",
        "“{path}” is, or looks like, the photo “{id}”, which was withdrawn",
        "先问清为什么撤下；若是同一幅，不要公开，新草稿也写 status: withdrawn",
        "find out why it was withdrawn; if it is the same picture do not publish it: write status: withdrawn in the new draft too",
    ),
    "photo-place": row(
        "notice",
        "{count} 个原图记着拍摄地点（GPS）：{names}",
        "originals that say where they were taken (GPS): {count}; {names}",
        "网站上的图不带这些；但原图不要用微信、邮件转发，也不要交给别人",
        "the site's pictures say nothing of it; do not send the originals to anybody",
    ),
    "picture-without-record": row(
        "error",
        "“{file}”没有照片记录",
        "“{file}” has no photo record",
        "把照片放进 photos/ 并写一条照片记录，正文里写 ![](photo:编号)；docs/assets/ 只放 SVG 图",
        "put it into photos/, write a photo record, and show it with ![](photo:id); docs/assets/ is for SVG drawings",
    ),
    "photo-outside": row(
        "error",
        "“{path}”不在 photos/ 之内",
        "“{path}” is not below photos/",
        "把照片复制到 photos/ 里（快捷方式和链接都不行），file 写它在 photos/ 下的路径，如 2024/dam.jpg",
        "copy the picture into photos/ (no shortcut, no link) and write its path below it, as in 2024/dam.jpg",
    ),
    "photo-no-file": row(
        "error",
        "photos/ 下没有“{path}”",
        "there is no “{path}” below photos/",
        "核对文件名{nearest_zh}；照片还没到就删掉 file 这一行，页面会显示“照片待补”",
        "check the name{nearest_en}; while the picture has not arrived leave file out and a card is shown",
    ),
    "photo-unknown-format": row(
        "error",
        "“{path}”不是能用的照片格式（看内容，不看扩展名）",
        "“{path}” is in no format that can be used (by its content, whatever its name says)",
        "可用 JPEG、PNG、WebP、AVIF、TIFF、GIF、HEIC；请用看图软件打开后另存为 JPEG",
        "JPEG, PNG, WebP, AVIF, TIFF, GIF and HEIC can be used; open it in a viewer and save it as JPEG",
    ),
    "photo-unreadable": row(
        "error",
        "“{path}”读不完整，可能没有传完或已损坏（{reason}）",
        "“{path}” cannot be read to its end; it may be cut short or damaged ({reason})",
        "从手机或相机重新复制一次；还不行就请提供者重发原图",
        "copy it once more from the phone or camera; if that does not help ask for the original again",
    ),
    "photo-too-large": row(
        "error",
        "“{path}”有 {megapixels} 百万像素，超过 {limit} 百万",
        "“{path}” has {megapixels} megapixels; the most is {limit}",
        "用看图软件缩小后另存；网页最宽只用 1920 像素",
        "make it smaller in a viewer and save it: pages use at most 1920 pixels in width",
    ),
    "photo-too-costly": row(
        "error",
        "处理“{path}”占用的内存或时间过多，已停止",
        "“{path}” took too much memory or time and was stopped",
        "文件可能已损坏或是恶意构造的；用看图软件打开后另存为 JPEG，打不开就不要用它",
        "the file may be damaged or made to do harm: open it in a viewer and save it as JPEG, or do not use it",
    ),
    "photo-frames": row(
        "notice",
        "“{path}”含 {frames} 幅画面，只用第一幅",
        "“{path}” holds {frames} pictures; the first one is used",
        "要用另一幅，请在看图软件中把它单独存成一个文件",
        "to use another one save it as a file of its own in a viewer",
    ),
    "photo-withdrawn-twin": row(
        "error",
        "“{path}”与已撤下的照片“{id}”是同一幅",
        "“{path}” is the same picture as “{id}”, which was withdrawn",
        "撤下的照片不能换个名字再用：这条记录也写 status: withdrawn，或者恢复“{id}”",
        "what was withdrawn must not come back under another name: withdraw this record too, or bring back “{id}”",
    ),
    "photo-hide-differs": row(
        "error",
        "“{path}”在“{id}”中遮住的部分，这里没有遮住",
        "“{path}” shows what the record “{id}” of the same picture hides",
        "把“{id}”的 hide 原样抄到这条记录；或者只保留一条记录",
        "copy hide from “{id}” as it stands, or keep only one of the two records",
    ),
    "no-consent": row(
        "error",
        "“{id}”的肖像要公开，但没有写明本人同意的凭据",
        "the portrait of “{id}” would be published without a note of that person's consent",
        "取得书面同意后，在人物或照片记录中写 consent: 本人书面同意，日期；没有同意就不要写 file",
        "with the person's consent in writing, note it as consent: in the person's or the photo's record; else leave out file",
    ),
    "audit-picture": row(
        "error",
        "图片“{picture}”带有像素以外的内容：{carried}",
        "the picture “{picture}” carries more than pixels: {carried}",
        "没有发布。这不是记录的错：请删除 .cache/ 后重试，仍有就把这一行报给维护者",
        "nothing was published. No record is at fault: delete .cache/ and try again; if it stays, report this line",
    ),
}
