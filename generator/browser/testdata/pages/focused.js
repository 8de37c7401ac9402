// What has the focus now, and how it looks.
() => {
	const e = document.activeElement;
	if (!e || e === document.body || e === document.documentElement) return { index: -1, name: '', faults: [] };
	const faults = [];
	const boxes = [...e.getClientRects()];
	const isIn = (b) => b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth;
	const whole = e.getBoundingClientRect();
	if (!boxes.some(isIn)) faults.push('is outside of the window');
	else if (whole.height <= innerHeight && (whole.top < -1 || whole.bottom > innerHeight + 1)) faults.push('is partly outside of the window');
	const b = boxes.find(isIn);
	if (b) {
		const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, b.left + b.width * part)), Math.min(innerHeight - 1, Math.max(0, (b.top + b.bottom) / 2))));
		const covered = points.filter((at) => at && !e.contains(at) && !at.contains(e));
		if (covered.length === points.length) faults.push(`is covered by ${nameOf(covered[0])}`);
	}
	const style = getComputedStyle(e);
	const ground = groundOf(e.parentElement);
	const ratio = contrast(over(colour(style.outlineColor), ground), ground);
	const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && ratio >= 3;
	if (!isOutlined) faults.push(`has no outline of 2 px and 3:1 (${style.outlineStyle} ${style.outlineWidth}, ${ratio.toFixed(2)}:1)`);
	return { index: (window.focusOrder ?? []).indexOf(e), name: nameOf(e), faults };
}
