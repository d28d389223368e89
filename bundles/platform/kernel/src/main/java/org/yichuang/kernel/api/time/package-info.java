/** Working days, limits and deadlines that can be explained (R2); arithmetic only, nobody here reads a clock. */
@Version("2.0.0")
package org.yichuang.kernel.api.time;

import org.osgi.annotation.versioning.Version;
