/** Services that a centre renders beside its cases, free of charge: agents, and projects that they serve. */
@Version("1.4.0")
package org.yichuang.agency.api;

import org.osgi.annotation.versioning.Version;
