/** Lists of what halls and townships should do, held against what they do. */
package org.yichuang.catalogue.internal.domain.checklist;
