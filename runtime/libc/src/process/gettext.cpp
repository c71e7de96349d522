// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

/// There are no translations.
extern "C" char* gettext(const char* text) noexcept { return const_cast<char*>(text); }
