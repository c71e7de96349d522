#include <microkit.h>
void init(void) { microkit_dbg_puts("hello\n"); }
void notified(microkit_channel ch) { microkit_notify(ch); }
