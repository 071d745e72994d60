package dev.sotto.bot.version;

/**
 * What stands behind a name that people ask for.
 *
 * @param wanted the version that was meant; what serves may have another id if Sotto was updated since it was built
 * @param lease on what serves
 */
record Served(AliasName alias, VersionId wanted, BotLease lease) {}
