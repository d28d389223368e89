/** By how much limits are to become shorter in a year, for a centre and all below it (压缩目标). */
package org.yichuang.catalogue.internal.domain.targets;
