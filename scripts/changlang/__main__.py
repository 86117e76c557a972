from changlang.cli import run

run()
