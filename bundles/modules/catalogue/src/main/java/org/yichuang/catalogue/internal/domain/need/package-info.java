/** What items need of each other: the road to an item, and circles in it. */
package org.yichuang.catalogue.internal.domain.need;
