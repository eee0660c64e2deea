import { expect, test } from 'vitest';
import { el, onTrusted } from './dom';

test('content becomes text, never markup', () => {
  expect(el('p', {}, '<b>site</b>').children).toHaveLength(0);
});

test('an attribute is set empty by true and left out by false', () => {
  const button = el('button', { hidden: true, disabled: false, title: 'x' });
  expect(button.getAttributeNames().sort()).toEqual(['hidden', 'title']);
});

test('what a script made up does not count', () => {
  const button = el('button');
  let acted = 0;
  onTrusted(button, 'click', () => { acted += 1; });
  button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  button.click();
  expect(acted).toBe(0);
});
