import { base64, sha256 } from './bytes.ts'

/** Documents and their canonical form (RFC 8785). */
export function canonicalJsonVectors() {
  return {
    description:
      'Canonical form. bytes: base64 of a document of the JSON profile; canonical: base64 of its canonical form; digest: its sha256.',
    cases: documents.map(([name, text, canonical]) => ({
      name,
      bytes: base64(text),
      canonical: base64(canonical),
      digest: sha256(canonical),
    })),
  }
}

const documents: readonly (readonly [name: string, text: string, canonical: string])[] = [
  [
    'keys in order of their bytes',
    '{"b":1,"a":2,"B":3,"_":4,"a1":5,"a_":6}',
    '{"B":3,"_":4,"a":2,"a1":5,"a_":6,"b":1}',
  ],
  ['a key before one that it begins', '{"aa":1,"a":2}', '{"a":2,"aa":1}'],
  ['nested objects and arrays', '{"z":[{"b":null,"a":[]}],"y":{}}', '{"y":{},"z":[{"a":[],"b":null}]}'],
  ['arrays keep their order', '[3,1,2]', '[3,1,2]'],
  ['no white space', ' { "a" : [ 1 , 2 ] } ', '{"a":[1,2]}'],
  [
    'control characters have the short escape or a lower-case one',
    '"\\u0000\\u0001\\b\\t\\n\\u000B\\f\\r\\u001F\\u007f"',
    '"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\u007f"',
  ],
  ['quotes and backslashes are escaped, slashes are not', '"\\u0022\\u005c\\u002f"', '"\\"\\\\/"'],
  ['other characters are written as they are', '"\\u00e9\\u20ac\\ud83d\\ude00\\u2028\\ufeff"', '"é€😀\u2028\ufeff"'],
  ['no normalisation of Unicode', '"e\\u0301\\u00e9"', '"e\u0301é"'],
  ['integers', '[0,-1,10,9007199254740991,-9007199254740991]', '[0,-1,10,9007199254740991,-9007199254740991]'],
  [
    'keys that objects of many languages have already',
    '{"toString":1,"__proto__":{"b":1,"a":2}}',
    '{"__proto__":{"a":2,"b":1},"toString":1}',
  ],
  ['an order', '{"plasm":1,"node":"n","attempt":2,"fresh":false}', '{"attempt":2,"fresh":false,"node":"n","plasm":1}'],
]
