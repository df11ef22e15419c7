package changes

import "slices"

// maxBlock bounds the work on one block, as the product of how many lines are gone and how many have come.
const maxBlock = 1 << 20

// A block is lines that took the place of others. The differ finds its way by lines that are there only once; between these it
// takes everything as changed. Here lines that are there more often, such as the same command in two jobs, find their like.
type block struct {
	gone, come []string
	next       int // the number of the first line that has come
	lines      Lines
}

// end notes what is new in the block, and begins the next one behind it.
func (b *block) end() {
	length := common(b.gone, b.come)
	i, j := 0, 0
	for i < len(b.gone) || j < len(b.come) {
		switch {
		case i < len(b.gone) && j < len(b.come) && length != nil && b.gone[i] == b.come[j]:
			i, j = i+1, j+1
		case j == len(b.come) || i < len(b.gone) && (length == nil || length[i+1][j] >= length[i][j+1]):
			if gap := 2*(b.next+j) - 1; len(b.lines) == 0 || b.lines[len(b.lines)-1] != gap {
				b.lines = append(b.lines, gap)
			}
			i++
		default:
			b.lines = append(b.lines, 2*(b.next+j))
			j++
		}
	}
	b.next += len(b.come)
	b.gone, b.come = nil, nil
}

// common returns the lengths of the longest common subsequences of the rests of two lists of lines, or nil if that is too much work.
func common(a, b []string) [][]int32 {
	if len(a)*len(b) > maxBlock {
		return nil
	}
	length := make([][]int32, len(a)+1)
	for i := range length {
		length[i] = make([]int32, len(b)+1)
	}
	for i, before := range slices.Backward(a) {
		for j, now := range slices.Backward(b) {
			if before == now {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	return length
}
