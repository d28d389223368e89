/** Accounts, roles, sign-in, tokens. */
@Version("7.4.0")
package org.yichuang.identity.api;

import org.osgi.annotation.versioning.Version;
