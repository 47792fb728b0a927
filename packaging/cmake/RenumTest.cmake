# SPDX-FileCopyrightText: 2026 The Renum authors
# SPDX-License-Identifier: GPL-3.0-or-later

# renum_add_test(tst_name SOURCES tst_name.cpp LIBS renum_net ...): one Qt Test executable. Tests
# run offscreen, in parallel and in a home of their own, so that none sees a person's settings. The
# folder is the test's label, and the target tests_<folder> builds all of a folder.
function(renum_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;DEPENDS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE renum_options Qt6::Test ${ARG_LIBS})
    target_compile_definitions(${name} PRIVATE
        RENUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}" RENUM_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    if("renum_ui" IN_LIST ARG_LIBS OR "renum_desktop_parts" IN_LIST ARG_LIBS)
        renum_use_precompiled(${name} ui)
    else()
        renum_use_precompiled(${name} core)
    endif()
    if(ARG_DEPENDS)
        add_dependencies(${name} ${ARG_DEPENDS})
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(home "${CMAKE_BINARY_DIR}/tests/home/${name}")
    file(MAKE_DIRECTORY "${home}")
    add_test(NAME ${name} COMMAND ${name})
    get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
    if(NOT TARGET tests_${folder})
        add_custom_target(tests_${folder})
    endif()
    add_dependencies(tests_${folder} ${name})
    set_tests_properties(${name} PROPERTIES
        LABELS ${folder}
        TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;XDG_RUNTIME_DIR=${home};LC_ALL=C.UTF-8;QT_LOGGING_RULES=;ASAN_OPTIONS=detect_leaks=1;UBSAN_OPTIONS=print_stacktrace=1;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp die_after_fork=0")
endfunction()
