/** Fees: fixed codes, computed amounts, one counter, and a ledger under it. */
@Version("1.2.0")
package org.yichuang.fees.api;

import org.osgi.annotation.versioning.Version;
