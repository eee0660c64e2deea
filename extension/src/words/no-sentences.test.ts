/** Holds that every sentence a person reads comes from the catalogue and none stands in code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..');
const ROOMS = ['nudge', 'panel', 'look', '../entrypoints'];
const MAKERS = new Set(['el', 'shape']);
const READ_OUT = new Set(['aria-label', 'title', 'alt', 'placeholder', 'ariaLabel', 'textContent', 'innerText']);

function sourcesIn(room: string): string[] {
  const names = readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => join(room, name));
}

/** Texts in `source` that a page would show: content of elements, and what is read out. */
function shownTexts(source: string): string[] {
  const found: string[] = [];
  visit(ts.createSourceFile('a.ts', source, ts.ScriptTarget.ESNext));
  return found;

  function visit(node: ts.Node): void {
    if (makesElement(node)) node.arguments.slice(2).forEach(take);
    if (ts.isPropertyAssignment(node) && READ_OUT.has(nameOf(node.name))) take(node.initializer);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken
      && ts.isPropertyAccessExpression(node.left) && READ_OUT.has(node.left.name.text)) take(node.right);
    ts.forEachChild(node, visit);
  }

  function take(node: ts.Node): void {
    if (ts.isStringLiteralLike(node) && node.text.trim() !== '') found.push(node.text);
    if (ts.isTemplateExpression(node)) found.push(node.getText());
  }
}

function makesElement(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && MAKERS.has(node.expression.text);
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

test('the search finds what it looks for', () => {
  const source = `el('p', {}, 'Seen'); el('p', { 'aria-label': 'Heard', class: 'x' });
    p.textContent = 'Set'; speak('a.b');`;
  expect(shownTexts(source)).toEqual(['Seen', 'Heard', 'Set']);
});

test.each(ROOMS.flatMap(sourcesIn))('no sentence stands in %s', (path) => {
  expect(shownTexts(readFileSync(join(SRC, path), 'utf8'))).toEqual([]);
});
