/**
 * A word as it sounds, roughly: what people hear alike is written alike. 'skjole', 'sjole' and 'kjole'; 'jælp' and 'hjelp';
 * 'foedsel', 'fødsel' and 'fodsel'. For finding candidates; how near they are is measured afterwards.
 */
export function soundOf(word: string): string {
  let sound = word
  for (const [letters, instead] of sounds) sound = sound.replace(letters, instead)
  return sound
}

const sounds: [RegExp, string][] = [
  [/ae/g, 'e'],
  [/oe/g, 'o'],
  [/aa/g, 'o'],
  [/[æ]/g, 'e'],
  [/[øå]/g, 'o'],
  [/skj|sk(?=[iy])|sj|sch|sh|kj|tj|ch|k(?=i)/g, 'x'],
  [/^h(?=[jv])/, ''],
  [/[gldn]j/g, 'j'],
  [/^g(?=[iy])/, 'j'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/[ckq]+/g, 'k'],
  [/[wv]/g, 'v'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/(?<=[nlr])d/g, ''],
  [/(?<=i)g$/, ''],
  [/(.)\1+/g, '$1'],
]
