// A day, with a time or without: the editor has fields for either, and we write 2026-03-27 or 2026-03-27 09:00. What is
// written otherwise, by hand, stays as it is until somebody chooses another day.
import CMS from './cms/npm/index.js';

const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d)[:.](\d\d))?$/;
const words = {
  sv: { day: 'Dag', time: 'Klockslag, om det är bestämt' },
  en: { day: 'Day', time: 'Time, where it is set' },
}[document.documentElement.lang] ?? { day: 'Day', time: 'Time' };

const control = window.createClass({
  getInitialState() {
    const [, day = '', hour, minute] = form.exec(this.props.value ?? '') ?? [];
    return { day, time: hour ? `${hour}:${minute}` : '' };
  },

  change(part) {
    const next = { ...this.state, ...part };
    this.setState(next);
    this.props.onChange(next.day && next.time ? `${next.day} ${next.time}` : next.day);
  },

  render() {
    const { h } = window;
    const { forID, value = '' } = this.props;
    const input = (type, key, id) =>
      h('input', {
        type, id, key, value: this.state[key], 'aria-label': words[key],
        onChange: (event) => this.change({ [key]: event.target.value }),
        style: { font: 'inherit', padding: '6px 8px', marginInlineEnd: '8px' },
      });
    const other = value && !form.test(value) ? h('span', { key: 'other' }, String(value)) : null;
    return h('div', {}, input('date', 'day', forID), input('time', 'time'), other);
  },
});

CMS.registerFieldType('moment', control);
