module wrapped

go 1.25
