/** The register of results: what was granted, to whom, until when, and what has become of it. */
@Version("1.5.0")
package org.yichuang.licences.api;

import org.osgi.annotation.versioning.Version;
