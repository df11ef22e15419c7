package usessilent

import "wrapped/silent"

func use(m silent.Maker) {
	silent.Functional()
	silent.Functional(silent.WithID("x"))
	silent.Kind("cli", nil)
	m.Make(nil)
	silent.NewMaker().Make(nil)
	silent.Recursive(2, "")
	silent.NewSystemAssigned(nil)
}
