// @ts-nocheck
/*! rdf-canonize 5.0.0 - BSD-3-Clause (c) 2016-2022 Digital Bazaar, Inc. */
// Without what reads N-Quads.
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDF_LANGSTRING = RDF + 'langString';
const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';

const TYPE_NAMED_NODE = 'NamedNode';
const TYPE_BLANK_NODE = 'BlankNode';
const TYPE_LITERAL = 'Literal';

export class NQuads {
  /**
   * Converts an RDF dataset to N-Quads.
   *
   * @param {Array} dataset - The Array of quads RDF dataset to convert.
   *
   * @returns {string} - The N-Quads string.
   */
  static serialize(dataset) {
    const quads = [];
    for(const quad of dataset) {
      quads.push(NQuads.serializeQuad(quad));
    }
    return quads.sort().join('');
  }

  /**
   * Converts RDF quad components to an N-Quad string (a single quad).
   *
   * @param {object} s - N-Quad subject component.
   * @param {object} p - N-Quad predicate component.
   * @param {object} o - N-Quad object component.
   * @param {object} g - N-Quad graph component.
   *
   * @returns {string} - The N-Quad.
   */
  static serializeQuadComponents(s, p, o, g) {
    let nquad = '';

    // subject can only be NamedNode or BlankNode
    if(s.termType === TYPE_NAMED_NODE) {
      nquad += `<${_iriEscape(s.value)}>`;
    } else {
      nquad += `_:${s.value}`;
    }

    // predicate normally a NamedNode, can be a BlankNode in generalized RDF
    if(p.termType === TYPE_NAMED_NODE) {
      nquad += ` <${_iriEscape(p.value)}> `;
    } else {
      nquad += ` _:${p.value} `;
    }

    // object is NamedNode, BlankNode, or Literal
    if(o.termType === TYPE_NAMED_NODE) {
      nquad += `<${_iriEscape(o.value)}>`;
    } else if(o.termType === TYPE_BLANK_NODE) {
      nquad += `_:${o.value}`;
    } else {
      nquad += `"${_stringLiteralEscape(o.value)}"`;
      if(o.datatype.value === RDF_LANGSTRING) {
        if(o.language) {
          nquad += `@${o.language}`;
        }
      } else if(o.datatype.value !== XSD_STRING) {
        nquad += `^^<${_iriEscape(o.datatype.value)}>`;
      }
    }

    // graph can only be NamedNode or BlankNode (or DefaultGraph, but that
    // does not add to `nquad`)
    if(g.termType === TYPE_NAMED_NODE) {
      nquad += ` <${_iriEscape(g.value)}>`;
    } else if(g.termType === TYPE_BLANK_NODE) {
      nquad += ` _:${g.value}`;
    }

    nquad += ' .\n';
    return nquad;
  }

  /**
   * Converts an RDF quad to an N-Quad string (a single quad).
   *
   * @param {object} quad - The RDF quad convert.
   *
   * @returns {string} - The N-Quad string.
   */
  static serializeQuad(quad) {
    return NQuads.serializeQuadComponents(
      quad.subject, quad.predicate, quad.object, quad.graph);
  }
};

const _stringLiteralEscapeRegex = /[\u0000-\u001F\u007F"\\]/g;
const _stringLiteralEscapeMap = [];
for(let n = 0; n <= 0x7f; ++n) {
  if(_stringLiteralEscapeRegex.test(String.fromCharCode(n))) {
    // default UCHAR mapping
    _stringLiteralEscapeMap[n] =
      '\\u' + n.toString(16).toUpperCase().padStart(4, '0');
    // reset regex
    _stringLiteralEscapeRegex.lastIndex = 0;
  }
}
// special ECHAR mappings
_stringLiteralEscapeMap['\b'.codePointAt(0)] = '\\b';
_stringLiteralEscapeMap['\t'.codePointAt(0)] = '\\t';
_stringLiteralEscapeMap['\n'.codePointAt(0)] = '\\n';
_stringLiteralEscapeMap['\f'.codePointAt(0)] = '\\f';
_stringLiteralEscapeMap['\r'.codePointAt(0)] = '\\r';
_stringLiteralEscapeMap['"' .codePointAt(0)] = '\\"';
_stringLiteralEscapeMap['\\'.codePointAt(0)] = '\\\\';

/**
 * Escape string to N-Quads literal.
 *
 * @param {string} s - String to escape.
 *
 * @returns {string} - Escaped N-Quads literal.
 */
function _stringLiteralEscape(s) {
  if(!_stringLiteralEscapeRegex.test(s)) {
    return s;
  }
  return s.replace(_stringLiteralEscapeRegex, function(match) {
    return _stringLiteralEscapeMap[match.codePointAt(0)];
  });
}

const _iriEscapeRegex = /[\u0000-\u0020<>"{}|^`\\]/g;
const _iriEscapeRegexMap = [];
for(let n = 0; n <= 0x7f; ++n) {
  if(_iriEscapeRegex.test(String.fromCharCode(n))) {
    // UCHAR mapping
    _iriEscapeRegexMap[n] =
      '\\u' + n.toString(16).toUpperCase().padStart(4, '0');
    // reset regex
    _iriEscapeRegex.lastIndex = 0;
  }
}

/**
 * Escape IRI to N-Quads IRI.
 *
 * @param {string} s - IRI to escape.
 *
 * @returns {string} - Escaped N-Quads IRI.
 */
function _iriEscape(s) {
  if(!_iriEscapeRegex.test(s)) {
    return s;
  }
  return s.replace(_iriEscapeRegex, function(match) {
    return _iriEscapeRegexMap[match.codePointAt(0)];
  });
}
