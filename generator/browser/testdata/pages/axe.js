// All that axe-core knows is asked, also what it leaves out unless told.
async () => {
	const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
	const result = await axe.run(document, { rules, resultTypes: ['violations', 'incomplete'] });
	const told = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html.replace(/\s+/g, ' ').slice(0, 160)}`));
	return { version: axe.version, violations: told(result.violations), incomplete: result.incomplete.map((rule) => `${rule.id}: ${rule.help}`) };
}
