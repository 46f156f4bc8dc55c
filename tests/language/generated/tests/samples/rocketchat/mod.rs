mod create_role;
mod list_departments_by_ids;
mod update_department;
