/** What the documents of a case say: their texts, and the facts of the case that fill them in. */
package org.yichuang.cases.internal.document;
