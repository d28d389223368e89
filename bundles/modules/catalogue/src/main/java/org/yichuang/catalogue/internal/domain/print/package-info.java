/** What a centre prints of its catalogue: booklets and the board of the hall. */
package org.yichuang.catalogue.internal.domain.print;
