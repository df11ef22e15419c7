package usesmeant

import "wrapped/meant"

func use() {
	meant.Open(nil)
}
