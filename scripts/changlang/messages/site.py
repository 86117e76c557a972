"""The site: its settings, its host, and the place it is written to."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "no-settings": row(
        "error",
        "没有可读的 mkdocs.yml",
        "there is no mkdocs.yml that can be read",
        "在站点的文件夹里运行，或用 --config-file 指明；新站点用 changlang new site",
        "run it in the site's folder or name the file with --config-file; a new site begins with changlang new site",
    ),
    "no-options": row(
        "error",
        "plugins 下没有 changlang 的设置",
        "there are no settings for changlang under plugins",
        "照 README 写上 plugins: - changlang: 和 site_name",
        "write plugins: - changlang: with a site_name, as the README shows",
    ),
    "unknown-option": row(
        "error",
        "“{key}”不是 changlang 的设置",
        "“{key}” is not a setting of changlang",
        "检查拼写{nearest_zh}",
        "check the spelling{nearest_en}",
    ),
    "bad-option": row(
        "error",
        "设置“{key}”缺少或写法不对",
        "the setting “{key}” is missing or not written as it should be",
        "两种文字的写作 {{zh: …, en: …}}，其余见 README",
        "write texts as {{zh: …, en: …}}; for the others see the README",
    ),
    "no-site-url": row(
        "error",
        "没有 site_url，或者不是完整的网址",
        "there is no site_url, or it is not a whole address",
        "写上网站公开后的网址，如 site_url: https://example.org/gfjy/",
        "write the address the site will have, as in site_url: https://example.org/gfjy/",
    ),
    "bad-docs-dir": row(
        "error",
        "docs_dir 应当是中文的文件夹",
        "docs_dir must be the Chinese folder",
        "写 docs_dir: docs/zh，英文在旁边的 docs/en",
        "write docs_dir: docs/zh; English stands beside it in docs/en",
    ),
    "host-warning": row(
        "error",
        "生成页面框架时 MkDocs 提示：{text}",
        "while making frames MkDocs warned: {text}",
        "多半是手写页面里的链接或 mkdocs.yml 的设置；照提示改",
        "mostly a link in a hand-written page or a setting in mkdocs.yml; mend what it says",
    ),
    "target-busy": row(
        "error",
        "另一个进程正在生成这个网站",
        "another build of this site is at work",
        "等它结束再试",
        "try again when it has ended",
    ),
    "target-not-ours": row(
        "error",
        "目标文件夹里有不是本程序生成的文件",
        "the target folder holds files that were not built here",
        "换一个空文件夹作 --site-dir，以免覆盖别的东西",
        "choose an empty folder for --site-dir, so that nothing else is overwritten",
    ),
    "no-serif-font": row(
        "notice",
        "这台电脑上没有可用的中文衬线字体（思源宋体），标题改用读者系统自带的宋体",
        "no free Chinese serif font was found on this machine; headings take the reader's own serif",
        "网站仍可发布；要让标题处处一样，请安装 Noto Serif CJK SC（Debian 上是 fonts-noto-cjk 和 "
        "fonts-noto-cjk-extra），再生成一次",
        "the site can be published as it is; for the same headings everywhere install Noto Serif CJK SC "
        "(Debian: fonts-noto-cjk and fonts-noto-cjk-extra) and build again",
    ),
    "no-search-index": row(
        "error",
        "这里没有可用的搜索索引",
        "there is no search index here that can be read",
        "先运行 changlang build，或用 --site-dir 指明生成的网站在哪里",
        "run changlang build first, or name the built site with --site-dir",
    ),
}
