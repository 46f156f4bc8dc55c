mod create_order;
mod list_orders;
mod send_invoice;
mod take_stock;
