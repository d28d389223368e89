/** Sample applications and blank forms of the materials of items (R1-08). */
package org.yichuang.catalogue.internal.domain.sample;
