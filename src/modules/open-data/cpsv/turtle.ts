import { DataFactory, Writer } from 'n3'
import { expanded, prefixes, type Description, type Value } from './description.ts'

const TYPE = DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')

/** Writes descriptions as Turtle, part by part; the prefixes come first. */
export function turtleWriter(): { write(descriptions: readonly Description[]): string; end(): string } {
  let written: string[] = []
  const take = () => {
    const text = written.join('')
    written = []
    return text
  }
  const sink = {
    write(chunk: string, _encoding: string, done?: () => void) {
      written.push(chunk)
      done?.()
    },
    end(done?: () => void) {
      done?.()
    },
  }
  const writer = new Writer(sink, { prefixes: { ...prefixes } })
  return {
    write(descriptions) {
      for (const { iri, types, says } of descriptions) {
        const subject = DataFactory.namedNode(iri)
        for (const type of types)
          writer.addQuad(DataFactory.quad(subject, TYPE, DataFactory.namedNode(expanded(type))))
        for (const [property, value] of says)
          writer.addQuad(
            DataFactory.quad(subject, DataFactory.namedNode(expanded(property)), objectOf(value)),
          )
      }
      return take()
    },
    end() {
      writer.end()
      return take()
    },
  }
}

function objectOf(value: Value) {
  if ('iri' in value) return DataFactory.namedNode(value.iri)
  if ('text' in value) return DataFactory.literal(value.text, value.language)
  return value.type === undefined
    ? DataFactory.literal(value.literal)
    : DataFactory.literal(value.literal, DataFactory.namedNode(expanded(value.type)))
}
