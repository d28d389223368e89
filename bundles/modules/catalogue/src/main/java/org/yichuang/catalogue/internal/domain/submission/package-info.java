/** Lists of drafts that go up for examination, and what becomes of them (清单报审). */
package org.yichuang.catalogue.internal.domain.submission;
