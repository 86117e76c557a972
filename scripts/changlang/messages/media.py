"""Sound and films: files, captions, and what a recording may not carry."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "media-outside": row(
        "error",
        "“{path}”不在 media/ 之内",
        "“{path}” is not below media/",
        "把文件复制到 media/ 里（快捷方式和链接都不行），写它在 media/ 下的路径，如 2024/dam.mp4",
        "copy the file into media/ (no shortcut, no link) and write its path below it, as in 2024/dam.mp4",
    ),
    "media-no-file": row(
        "error",
        "media/ 下没有“{path}”",
        "there is no “{path}” below media/",
        "核对文件名{nearest_zh}；录音或影片还没到就先删掉这一项",
        "check the name{nearest_en}; leave the entry out until the recording has arrived",
    ),
    "media-unreadable": row(
        "error",
        "“{path}”读不完整，可能没有传完或已损坏（{reason_zh}）",
        "“{path}” cannot be read to its end; it may be cut short or damaged ({reason_en})",
        "从原设备重新复制一次；还不行就重新导出，或请提供者重发",
        "copy it once more from where it was made; if that does not help export it again or ask for it again",
    ),
    "media-format": row(
        "error",
        "“{path}”是{found_zh}，这里要用 {wanted}（看内容，不看扩展名）",
        "“{path}” is {found_en}; {wanted} is needed (by its content, whatever its name says)",
        "用剪辑软件重新导出：影片选 MP4、H.264（8 位、4:2:0，不超过 3840×2160）和 AAC，录音选 MP3；免费的 HandBrake 选“Fast 1080p30”即可",
        "export it again from a video editor: films as MP4 with H.264 (8 bit, 4:2:0, at most 3840×2160) and AAC, sound as MP3; the free HandBrake does it with “Fast 1080p30”",
    ),
    "media-too-large": row(
        "error",
        "“{path}”有 {megabytes} MB，超过 {limit} MB",
        "“{path}” has {megabytes} MB; the most is {limit}",
        "导出时选 720p 或降低码率；确需更大，在 mkdocs.yml 中改 media_megabytes，但手机上的读者会等很久",
        "export it in 720p or with a lower bit rate; media_megabytes in mkdocs.yml raises the limit, but readers with phones will wait",
    ),
    "media-withdrawn-twin": row(
        "error",
        "“{path}”与已撤下的“{id}”用的是同一个文件",
        "“{path}” is the same file as in “{id}”, which was withdrawn",
        "撤下的录音和影片不能换个名字再用：从这条记录里删掉它，或者恢复“{id}”",
        "what was withdrawn must not come back under another name: take it out of this record too, or bring back “{id}”",
    ),
    "captions-form": row(
        "error",
        "字幕写错：{reason_zh}",
        "captions cannot be read: {reason_en}",
        "字幕文件是 WebVTT：第一行 WEBVTT，空一行，再是“00:00:01.000 --> 00:00:04.000”和文字；SRT 请用字幕软件另存为 WebVTT",
        "captions are WebVTT: WEBVTT, an empty line, then “00:00:01.000 --> 00:00:04.000” and the words; save SRT as WebVTT in a caption editor",
    ),
    "captions-missing": row(
        "error",
        "“{id}”的影片有声音，但没有{language_zh}字幕",
        "the film of “{id}” has sound but no captions in {language_en}",
        "听不见的人靠字幕：两种语言各写一个 .vtt 文件，放进 media/，写在 video 的 captions 下；只有音乐时写“[音乐]”",
        "those who cannot hear need them: write one .vtt file a language into media/ and name it under captions of video; for music alone write “[music]”",
    ),
    "poster-missing": row(
        "error",
        "影片的封面照片“{id}”还没有图",
        "the photo “{id}”, the film's poster, has no picture yet",
        "poster 写一条有 file 的照片记录；可以从影片里截一幅，放进 photos/",
        "poster names a photo record that has a file; a still of the film, put into photos/, will do",
    ),
    "audio-one-language": row(
        "warning",
        "“{id}”的录音没有{language_zh}的",
        "the recording of “{id}” is missing in {language_en}",
        "用那种语言录一遍，写在 audio 下；没有时那种语言的页面不显示录音",
        "record it in that language and name it under audio; until then pages in that language are without it",
    ),
    "audio-no-text": row(
        "error",
        "“{id}”有{language_zh}录音，正文却是空的",
        "“{id}” has a recording in {language_en} but no text",
        "听不见的人靠文字：把录音里说的写进正文",
        "those who cannot hear need it in writing: put what is said into the body",
    ),
    "audit-media": row(
        "error",
        "“{path}”带有声音和画面以外的内容：{carried}",
        "“{path}” carries more than sound and pictures: {carried}",
        "没有发布。这不是记录的错：请删除 .cache/ 后重试，仍有就把这一行报给维护者",
        "nothing was published. No record is at fault: delete .cache/ and try again; if it stays, report this line",
    ),
}
