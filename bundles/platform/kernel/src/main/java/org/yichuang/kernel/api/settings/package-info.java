/** What operators set in files: each key with its usual value, bounds and unit in one place, for all bundles. */
@Version("1.1.0")
package org.yichuang.kernel.api.settings;

import org.osgi.annotation.versioning.Version;
