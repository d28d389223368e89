/** What a catalogue is checked for as a whole: limits that should be shorter, items that should be cleaned up. */
package org.yichuang.catalogue.internal.domain.check;
