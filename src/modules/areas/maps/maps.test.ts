import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { clipped } from './clip.ts'
import { countryMap } from './country-map.ts'
import { countyMap } from './county-map.ts'
import { pathOf, type Ring } from './drawing.ts'
import { contains } from './innermost.ts'
import { municipalityMap } from './municipality-map.ts'
import { countyOutlines, municipalityOutlines } from './outlines.ts'
import { simplified } from './simplify.ts'

const codes = [...municipalityOutlines().areas.keys()]

/** The rings of a path as `pathOf` writes it. */
function ringsOf(path: string): Ring[] {
  return path
    .split('z')
    .filter(Boolean)
    .map(part => {
      const numbers = [...part.matchAll(/-?\d+/g)].map(match => Number(match[0]))
      const ring: Ring = []
      for (let i = 0; i < numbers.length; i += 2) {
        const [x, y] = ring.at(-1) ?? [0, 0]
        ring.push([x + numbers[i]!, y + numbers[i + 1]!])
      }
      return ring
    })
}

test('the map of the country has every county and weighs at most 6 kB', () => {
  const { svg } = countryMap()
  assert.deepEqual(
    [...svg.matchAll(/<path id="c(\d\d)" d="M[^"]+z"\/>/g)].map(match => match[1]),
    [...countyOutlines().areas.keys()].sort(),
  )
  assert.ok(brotliCompressSync(svg).length <= 6 * 1024)
})

test('the label of a county stands within it', () => {
  const { svg, labels } = countryMap()
  assert.equal(labels.length, 15)
  for (const { code, x, y } of labels) {
    const path = new RegExp(`id="c${code}" d="([^"]+)"`).exec(svg)![1]!
    assert.ok(contains(ringsOf(path), x, y), code)
  }
})

test('Årnes lies within Nes, and Nannestad outside its view', () => {
  const map = municipalityMap('3228', [
    { lat: 60.1211, lon: 11.4663, label: 'Årnes' },
    { lat: 60.2215, lon: 11.0187, label: 'Nannestad' },
  ])!
  assert.deepEqual(
    map.points.map(point => point.label),
    ['Årnes'],
  )
  const { x, y } = map.points[0]!
  assert.ok(contains(ringsOf(map.here), x, y))
  for (const neighbour of map.neighbours) assert.ok(!contains(ringsOf(neighbour.d), x, y), neighbour.code)
  const around = map.neighbours.map(neighbour => neighbour.code)
  for (const code of ['3209', '3240', '3226', '3414', '3415']) assert.ok(around.includes(code), code)
})

test('every municipality is on its map, with its neighbours in at most 5 kB, mostly under 1.2 kB', () => {
  const weights = codes.map(code => {
    const map = municipalityMap(code, [])!
    assert.match(map.here, /^M[-\dlMz ]+z$/, code)
    assert.match(map.viewBox, /^0 0 400 \d+$/, code)
    return map.here.length + map.neighbours.reduce((sum, { d }) => sum + d.length, 0)
  })
  weights.sort((a, b) => a - b)
  assert.equal(weights.length, 357)
  assert.ok(weights.at(-1)! <= 5000, `${weights.at(-1)}`)
  assert.ok(weights[178]! < 1200, `${weights[178]}`)
})

test('the same map is drawn once; points do not stay in it', () => {
  municipalityMap('3228', [{ lat: 60.1211, lon: 11.4663, label: 'Årnes' }])
  assert.deepEqual(municipalityMap('3228', [])!.points, [])
  assert.equal(municipalityMap('3228', [])!.here, municipalityMap('3228', [])!.here)
})

test('the map of a county has its municipalities, also the smallest, and weighs little', () => {
  for (const [code] of countyOutlines().areas) {
    const map = countyMap(code)!
    assert.ok(brotliCompressSync(JSON.stringify(map)).length < 6 * 1024, code)
    for (const shape of map.shapes) assert.match(shape.d, /^M.+z$/, shape.name)
  }
  assert.equal(countyMap('32')!.shapes.length, 21)
  assert.ok(countyMap('11')!.shapes.some(shape => shape.code === '1144'))
  assert.equal(countyMap('03')!.shapes.length, 1)
})

test('there is no map of what there is not', () => {
  assert.equal(municipalityMap('9999', []), null)
  assert.equal(countyMap('99'), null)
  assert.equal(countyMap('3'), null)
})

test('simplifying takes out what tells least, and leaves both ends', () => {
  const line = Float64Array.from([0, 0, 1, 0.1, 2, 0, 3, 5, 4, 0])
  assert.deepEqual(simplified(line, 0.5), [
    [0, 0],
    [2, 0],
    [3, 5],
    [4, 0],
  ])
  assert.deepEqual(simplified(line, 100), [
    [0, 0],
    [4, 0],
  ])
  assert.equal(simplified(line, 0).length, 5)
})

test('a ring is cut at the sides of the window', () => {
  const window = { left: 0, top: 0, right: 10, bottom: 10 }
  const square: Ring = [
    [-5, -5],
    [5, -5],
    [5, 5],
    [-5, 5],
  ]
  assert.deepEqual(new Set(clipped([square], window)[0]!.map(String)), new Set(['0,0', '5,0', '5,5', '0,5']))
  assert.deepEqual(
    clipped(
      [
        [
          [20, 20],
          [30, 20],
          [30, 30],
        ],
      ],
      window,
    ),
    [],
  )
})

test('a path is written with as few signs as can be', () => {
  assert.equal(
    pathOf([
      [
        [1, 2],
        [3, 1],
        [3, 4],
      ],
    ]),
    'M1 2l2-1 0 3z',
  )
})
