import ts from 'typescript';

export interface Import {
  from: string;
  /** Types are gone from the build: they may name what code may not reach. */
  typeOnly: boolean;
}

/** Everything a source file takes from elsewhere: imports, re-exports, `import()`, `import('…').Type` and globs. */
export function readImports(source: string, fileName = 'file.tsx'): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...importsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest));
  return found;
}

function importsOf(node: ts.Node): Import[] {
  if (ts.isImportDeclaration(node)) return one(node.moduleSpecifier, isTypeOnly(node.importClause));
  if (ts.isExportDeclaration(node)) return one(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return one(node.argument.literal, true);
  if (ts.isCallExpression(node) && (isDynamicImport(node) || isGlob(node))) return strings(node.arguments[0]);
  return [];
}

function one(specifier: ts.Node | undefined, typeOnly: boolean): Import[] {
  return specifier && ts.isStringLiteralLike(specifier) ? [{ from: specifier.text, typeOnly }] : [];
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function isDynamicImport(node: ts.CallExpression): boolean {
  return node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

function isGlob({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && ts.isMetaProperty(expression.expression);
}

/** A glob takes one pattern or a list of them. */
function strings(argument: ts.Node | undefined): Import[] {
  if (!argument) return [];
  const list = ts.isArrayLiteralExpression(argument) ? argument.elements : [argument];
  return list.flatMap((node) => one(node, false));
}
