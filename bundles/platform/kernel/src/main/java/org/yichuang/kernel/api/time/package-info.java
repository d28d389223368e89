/** Working days, limits and deadlines that can be explained (R2); arithmetic only, nobody here reads a clock. */
package org.yichuang.kernel.api.time;
