/** The arithmetic of fees: what a standard comes to for a quantity, in fen; whoever charges keeps the standards. */
@Version("1.0.0")
package org.yichuang.kernel.api.fee;

import org.osgi.annotation.versioning.Version;
