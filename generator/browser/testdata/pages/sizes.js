// The size of every text, to be compared with what it is when text is doubled.
() => texts().map((node) => ({ text: node.data.trim().slice(0, 40), size: parseFloat(getComputedStyle(node.parentElement).fontSize) }))
