/** Review rounds of a catalogue: what each decided, what it cut. */
package org.yichuang.catalogue.internal.domain.round;
