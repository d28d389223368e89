/** What people say of the services of a centre, and what the centre does about it. */
@Version("1.4.0")
package org.yichuang.ratings.api;

import org.osgi.annotation.versioning.Version;
