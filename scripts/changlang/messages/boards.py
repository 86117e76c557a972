"""Boards in the street: the ledger of printed codes."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "bad-ledger": row(
        "error",
        "印码登记簿的这一行读不懂，或者编码重复：{line}",
        "this line of the ledger of printed codes cannot be read, or its code comes twice: {line}",
        "登记簿由 changlang boards 写入；用 git 恢复这一行原来的样子，不要手改",
        "changlang boards writes the ledger; restore the line as it was from git, and do not edit it by hand",
    ),
    "ledger-line-lost": row(
        "error",
        "登记簿里少了印过的编码“{id}”（{address}），或者它的地址被改了",
        "the ledger has lost the printed code “{id}” ({address}), or its address was changed",
        "用 git 恢复 content/boards.lock 的这一行：牌还立在街上，它的编码不能消失",
        "restore this line of content/boards.lock from git: the board stands in a street, its code cannot go",
    ),
    "board-gone": row(
        "error",
        "印过的编码“{id}”（{date}）没有记录了，扫这块牌会打不开",
        "the printed code “{id}” ({date}) has no record any more: scanning the board would open nothing",
        "恢复它的记录，编码照旧；牌已拆除就在记录里写 retired: true，内容移到别的牌就写 moved_to",
        "give its record back under the same code; a board taken down gets retired: true, one whose part another took over moved_to",
    ),
    "board-hidden": row(
        "error",
        "印过的编码“{id}”（{date}）的记录是“{status}”，扫这块牌会打不开",
        "the record of the printed code “{id}” ({date}) is “{status}”: scanning the board would open nothing",
        "删去 status 这一行；牌已拆除就写 retired: true，编码仍能打开",
        "delete the line status; a board that was taken down gets retired: true, and its code still opens",
    ),
    "board-address": row(
        "error",
        "编码“{id}”印的地址是 {printed}，照现在的设置会是 {now}",
        "the code “{id}” was printed as {printed}, with these settings it would be {now}",
        "在 mkdocs.yml 中把 board_url 写成印在牌上的地址开头，并让那个地址一直转到本站",
        "in mkdocs.yml set board_url to what the printed addresses begin with, and keep that address leading here",
    ),
    "board-moved": row(
        "error",
        "“{id}”的 moved_to 走不到一块还在用的牌：{chain}",
        "moved_to of “{id}” does not lead to a board in use: {chain}",
        "改成现在展示这些内容的那块牌的编码",
        "name the code of the board that shows this now",
    ),
    "board-empty": row(
        "error",
        "宣传牌“{id}”扫码后没有东西可看",
        "the code of the board “{id}” has nothing to show",
        "在 show 里写上 figure:、event: 或 photo: 的编号",
        "put ids of figure:, event: or photo: into show",
    ),
    "board-heavy": row(
        "error",
        "宣传牌“{id}”的扫码页压缩后有 {weight} KB，超过 {most} KB：网络不好时打不开",
        "the page behind the code of the board “{id}” weighs {weight} KB compressed, more than {most} KB: too slow in the street",
        "show 里少写几项；或者把所用题目、说明的文字写短",
        "give show fewer entries, or make the texts of its questions and records shorter",
    ),
    "board-mistyped": row(
        "warning",
        "编码“{id}”像是打错了：末位检验码不对",
        "the code “{id}” looks mistyped: its check sign, the last one, is not right",
        "照“{right}”核对；新编码请用 changlang new board 取",
        "compare it with “{right}”; changlang new board gives new codes",
    ),
}
