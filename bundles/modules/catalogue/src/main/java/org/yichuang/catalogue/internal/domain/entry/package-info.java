/** Which items have entered the hall (应进、实进), and by whose consent others have not. */
package org.yichuang.catalogue.internal.domain.entry;
