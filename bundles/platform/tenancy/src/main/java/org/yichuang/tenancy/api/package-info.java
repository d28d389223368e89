/** Tenants from configuration, the tree of centres, module switches, working calendars, the clock. */
@Version("4.5.0")
package org.yichuang.tenancy.api;

import org.osgi.annotation.versioning.Version;
