/**
 * Numbers that people and organisations carry, with their check digits (R4), item codes (R3-07), and what of
 * them may be shown in public (R9-15).
 */
@Version("2.1.0")
package org.yichuang.kernel.api.identifier;

import org.osgi.annotation.versioning.Version;
