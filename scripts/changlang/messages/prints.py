"""Artwork for the print shop: what cannot be printed well, and codes that cannot be read back."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "print-no-board": row(
        "error",
        "没有编号是 {code} 的、还立着的宣传牌{nearest_zh}",
        "no standing board has the code {code}{nearest_en}",
        "编号写在 content/boards/ 里；已撤下（retired）或移走（moved_to）的牌不再印",
        "codes stand in content/boards/; a board that is retired or has moved_to is not printed again",
    ),
    "print-no-font": row(
        "error",
        "这台电脑上没有印刷稿要用的字体 {family}",
        "this computer has not got the font that artwork is set in, {family}",
        "安装 Noto Serif CJK SC 和 Noto Sans CJK SC（思源宋体、思源黑体）：Debian、Ubuntu 装软件包 fonts-noto-cjk 和 fonts-noto-cjk-extra，Windows 和 macOS 下载后双击安装",
        "install Noto Serif CJK SC and Noto Sans CJK SC (free fonts): the packages fonts-noto-cjk and fonts-noto-cjk-extra on Debian and Ubuntu; on Windows and macOS download them and open them to install",
    ),
    "print-no-code": row(
        "error",
        "网址太长，任何二维码都装不下：{address}",
        "the address is too long for any QR code: {address}",
        "换一个短的网址：在 mkdocs.yml 里改 site_url，或写一个短的 board_url",
        "use a shorter address: change site_url in mkdocs.yml, or give a short board_url",
    ),
    "print-code-fine": row(
        "error",
        "{code} 的二维码在 {format} 上太细：边长至少要 {needed} 毫米，每格才有 {finest} 毫米，这里最多 {room} 毫米",
        "the code of {code} is too fine on {format}: it needs a side of {needed} mm for modules of {finest} mm, and there is room for {room} mm",
        "网址短，二维码的格子就少：在 mkdocs.yml 里写一个短的 board_url；或者不印这种尺寸",
        "a shorter address has fewer modules: give a short board_url in mkdocs.yml; or do not print this size",
    ),
    "print-code-small": row(
        "error",
        "{code} 的读者离牌 {distance} 米，{format} 上的二维码边长要 {needed} 毫米，最多放得下 {room} 毫米",
        "readers of {code} stand {distance} m away, so its code needs a side of {needed} mm on {format}; there is room for {room} mm",
        "二维码的边长要有距离的十分之一：把 distance 改成 {farthest} 以内、把牌立到读者走得近的地方，或者换更大的 size",
        "a code's side must be a tenth of the distance: set distance to {farthest} or less, put the board where readers come closer, or choose a larger size",
    ),
    "print-photo-small": row(
        "error",
        "照片 {path} 印在 {code} 的 {format} 上（{size}）要 {needed} 像素，裁好后只有 {has}，不到每英寸 {dpi} 点",
        "the photo {path} needs {needed} pixels for {format} of {code} ({size}); cut to shape it has {has}, less than {dpi} dots an inch",
        "找原片再 photos add 一次（不要用微信传过的）；或者换一张，或从这块牌的 show 里去掉它，或只印较小的尺寸",
        "get the original file (not one sent through a messenger) and add it again; or show another photo, take it out of the board's show, or print a smaller size only",
    ),
    "print-text-long": row(
        "error",
        "{code} 的 {format} 印刷稿（{language}）放不下这段文字，字已缩到最小：{text}",
        "the {format} artwork of {code} ({language}) has no room for this text even at its smallest: {text}",
        "把文字写短；数据的说明也可以换一条更短的",
        "write it shorter; of a figure, shorten the label or show another one",
    ),
    "print-unread": row(
        "error",
        "{code} 的 {format} 印刷稿（{language}）上的二维码读不出 {address}",
        "the code on the {format} artwork of {code} ({language}) does not read as {address}",
        "这件稿不要送印：重新运行 changlang boards；还不行，请连同这个文件一起报告故障",
        "do not send it to print: run changlang boards again; if that does not help, report the fault with this file",
    ),
    "print-no-page": row(
        "error",
        "{code} 印好的码打不开：生成的网站里没有 {page}",
        "the printed code of {code} opens nothing: the built site has no {page}",
        "先运行 changlang build；还没有，就看 content/boards/ 里这块牌是不是草稿或已撤下",
        "run changlang build first; if the page is still missing, see whether the board is a draft or withdrawn in content/boards/",
    ),
    "print-nothing": row(
        "error",
        "这个文件夹里没有印刷稿，什么也没有检验",
        "this folder has no artwork, so nothing was read back",
        "先运行 changlang boards；印刷稿放在别处的，用 --out 指明",
        "run changlang boards first; if the artwork is elsewhere, name its folder with --out",
    ),
    "print-not-entered": row(
        "error",
        "印码登记簿 content/boards.lock 里没有 {code}，不知道它的码该读出什么",
        "the ledger content/boards.lock has no {code}, so nobody knows what its code has to say",
        "运行 changlang boards {code} 重新制作，它会登记；不是这里做的稿不要送印",
        "run changlang boards {code} to make it anew, which enters it; do not print artwork that was made elsewhere",
    ),
}
